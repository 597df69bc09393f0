import type { Served } from '../e2e/served';
import { type Scene, Story } from './story';

/** A story that can be told, on whatever store the server has. */
export interface Telling extends Scene {
  /** Name of the approved page in `golden`. */
  readonly page: string;
  /** Where the story begins, an instant. */
  readonly at: string;
  readonly tell: (story: Story) => Promise<void>;
}

/** The page that comes of it. */
export async function pageOf({ tell, ...telling }: Telling, served: Served): Promise<string> {
  const story = new Story(telling, served);
  await tell(story);
  return story.page;
}
