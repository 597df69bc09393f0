import { Module } from '@nestjs/common';
import { AccountPagesController } from './accounts/accounts.controller';
import { DuePages } from './due/due-pages';
import { DueController } from './due/due.controller';
import { GoingLive } from './going-live/going-live';
import { GoingLiveController } from './going-live/going-live.controller';
import { InvitationController } from './invitations/invitation.controller';
import { Invitations } from './invitations/invitation';
import { LicenseController } from './license/license.controller';
import { LicenseStories } from './license/license-story';
import { LicensesPageController } from './licenses/licenses.controller';
import { MailPagesController } from './mails/mails.controller';
import { Offers } from './offers/offers';
import { AssetsController } from './page/assets.controller';
import { Frames } from './page/frame';
import { ProblemsController } from './problems/problems.controller';
import { RenewalPagesController } from './renewals/renewals.controller';
import { SalesTaskPagesController } from './sales-tasks/sales-tasks.controller';
import { SampleController } from './sample/sample.controller';
import { Sessions } from './sign-in/sessions';
import { SignInController } from './sign-in/sign-in.controller';
import { Subscriptions } from './unsubscribe/subscriptions';
import { UnsubscribeController } from './unsubscribe/unsubscribe.controller';

/** The pages for people. They ask and command as the API does, and draw what they get. */
@Module({
  controllers: [
    AccountPagesController,
    AssetsController,
    DueController,
    GoingLiveController,
    InvitationController,
    LicenseController,
    LicensesPageController,
    MailPagesController,
    ProblemsController,
    RenewalPagesController,
    SalesTaskPagesController,
    SampleController,
    SignInController,
    UnsubscribeController,
  ],
  providers: [DuePages, Frames, GoingLive, Invitations, LicenseStories, Offers, Sessions, Subscriptions],
})
export class PortalModule {}
