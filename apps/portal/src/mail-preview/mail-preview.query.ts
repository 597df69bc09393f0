import { IsOptional, IsString } from 'class-validator';

/** Which mail somebody wants to see. */
export class MailPreviewQuery {
  @IsOptional()
  @IsString()
  template: string = 'reminder';

  /** BCP 47. */
  @IsOptional()
  @IsString()
  locale: string = 'en';
}
