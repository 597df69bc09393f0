import type { Served } from '../e2e/served';
import { Story } from './story';

/** A story that can be told, on whatever store the server has. */
export interface Telling {
  readonly title: string;
  /** Name of the approved page in `golden`. */
  readonly page: string;
  /** Where the story begins, an instant. */
  readonly at: string;
  /** Where the days of the story are days. */
  readonly zone: string;
  readonly tell: (story: Story) => Promise<void>;
}

/** The page that comes of it. */
export async function pageOf({ title, zone, tell }: Telling, served: Served): Promise<string> {
  const story = new Story(title, served, zone);
  await tell(story);
  return story.page;
}
