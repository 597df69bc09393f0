import { Module } from '@nestjs/common';
import { DueController } from './due/due.controller';
import { GoingLive } from './going-live/going-live';
import { GoingLiveController } from './going-live/going-live.controller';
import { LicenseController } from './license/license.controller';
import { LicenseStories } from './license/license-story';
import { LicensesPageController } from './licenses/licenses.controller';
import { MailPagesController } from './mails/mails.controller';
import { AssetsController } from './page/assets.controller';
import { Frames } from './page/frame';
import { ProblemsController } from './problems/problems.controller';
import { SampleController } from './sample/sample.controller';
import { SignInController } from './sign-in/sign-in.controller';

/** The pages for people. They ask and command as the API does, and draw what they get. */
@Module({
  controllers: [
    AssetsController,
    DueController,
    GoingLiveController,
    LicenseController,
    LicensesPageController,
    MailPagesController,
    ProblemsController,
    SampleController,
    SignInController,
  ],
  providers: [Frames, GoingLive, LicenseStories],
})
export class PortalModule {}
