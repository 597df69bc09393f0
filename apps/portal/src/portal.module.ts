import { Module } from '@nestjs/common';
import { AccountController } from './account/account.controller';
import { OwnCompanies } from './account/own-company';
import { AccountPagesController } from './accounts/accounts.controller';
import { CalendarPageController } from './calendar/calendar-page.controller';
import { DuePages } from './due/due-pages';
import { DueController } from './due/due.controller';
import { GoingLive } from './going-live/going-live';
import { GoingLiveController } from './going-live/going-live.controller';
import { InvitationController } from './invitations/invitation.controller';
import { Invitations } from './invitations/invitation';
import { HistoryPageController } from './license/history.controller';
import { LicenseNames } from './license/license-names';
import { LicenseController } from './license/license.controller';
import { LicenseStories } from './license/license-story';
import { LicensesPageController } from './licenses/licenses.controller';
import { MailPreviewController } from './mail-preview/mail-preview.controller';
import { MailPagesController } from './mails/mails.controller';
import { NoticePagesController } from './notices/notices.controller';
import { Recipients } from './notices/recipients';
import { Offers } from './offers/offers';
import { AssetsController } from './page/assets.controller';
import { Frames } from './page/frame';
import { ProblemsController } from './problems/problems.controller';
import { WhyController } from './reminders/why.controller';
import { RenewalPagesController } from './renewals/renewals.controller';
import { OverdueTasks } from './sales-tasks/overdue-tasks';
import { SalesTaskPagesController } from './sales-tasks/sales-tasks.controller';
import { SampleController } from './sample/sample.controller';
import { Sessions } from './sign-in/sessions';
import { SignInController } from './sign-in/sign-in.controller';
import { Subscriptions } from './unsubscribe/subscriptions';
import { UnsubscribeController } from './unsubscribe/unsubscribe.controller';

/** The pages for people. They ask and command as the API does, and draw what they get. */
@Module({
  controllers: [
    AccountController,
    AccountPagesController,
    AssetsController,
    CalendarPageController,
    DueController,
    GoingLiveController,
    HistoryPageController,
    InvitationController,
    LicenseController,
    LicensesPageController,
    MailPagesController,
    MailPreviewController,
    NoticePagesController,
    ProblemsController,
    RenewalPagesController,
    SalesTaskPagesController,
    SampleController,
    SignInController,
    UnsubscribeController,
    WhyController,
  ],
  providers: [
    DuePages,
    Frames,
    GoingLive,
    Invitations,
    LicenseNames,
    LicenseStories,
    Offers,
    OverdueTasks,
    OwnCompanies,
    Recipients,
    Sessions,
    Subscriptions,
  ],
})
export class PortalModule {}
