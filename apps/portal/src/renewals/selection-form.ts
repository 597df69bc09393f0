import type { RequestedLine } from '@renewals/commands';
import { isoDate, type LicenseId, type Subject } from '@renewals/licensing';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, Matches } from 'class-validator';
import { PAGE_AT_MOST } from '../../../api/src/reading/pages';
import { Form } from '../page/form';

const LINE = /^(license|maintenance) [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} \d{4}-\d{2}-\d{2}$/;

/** What was ticked in a list. A browser sends one line as a text, several as a list, and none not at all. */
export class SelectionForm extends Form {
  @IsIn(['annual', 'maintenance'])
  tab!: 'annual' | 'maintenance';

  /** Kind, license and the expiry that was shown. */
  @Transform(({ value }: { value: unknown }) => [value].flat())
  @ArrayMaxSize(PAGE_AT_MOST)
  @Matches(LINE, { each: true, message: 'line must be one of the list' })
  line: string[] = [];
}

export function linesOf({ line }: SelectionForm): RequestedLine[] {
  return line.map((text) => {
    const [kind, id, currentExpiresOn = ''] = text.split(' ');
    return {
      subject: { kind: kind as Subject['kind'], id: id as LicenseId },
      currentExpiresOn: isoDate(currentExpiresOn),
    };
  });
}
