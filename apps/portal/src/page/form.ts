import { IsOptional, IsUUID } from 'class-validator';

/** What every form sends. */
export class Form {
  /** Sent twice, it is done once. */
  @IsOptional()
  @IsUUID()
  once?: string;
}
