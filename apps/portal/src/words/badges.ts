import type { LicenseStatus, QuotaState } from '@renewals/projections';
import type { DueStage } from '../../../api/src/upcoming-renewals/upcoming-renewal.document';
import { type Html, html } from '../page/html';

export type Tone = 'quiet' | 'good' | 'warm' | 'bad' | 'accent';

export function badge(text: string, tone: Tone): Html {
  return html`<span class="badge ${tone}">${text}</span>`;
}

const stageTones: Readonly<Record<DueStage, Tone>> = {
  due: 'quiet',
  requested: 'warm',
  quoted: 'warm',
  approved: 'accent',
  committed: 'accent',
  invoiced: 'good',
};

export function stageBadge(stage: DueStage): Html {
  return badge(stage, stageTones[stage]);
}

const statusTones: Readonly<Record<LicenseStatus, Tone>> = {
  issued: 'quiet',
  upcoming: 'accent',
  active: 'good',
  trial: 'accent',
  renewed: 'quiet',
  expired: 'bad',
  converted: 'quiet',
  terminated: 'bad',
};

export function statusBadge(status: LicenseStatus): Html {
  return badge(status, statusTones[status]);
}

const quotaWords: Readonly<Record<QuotaState, string>> = {
  ample: 'enough left',
  low: 'running low',
  exhausted: 'used up',
};

const quotaTones: Readonly<Record<QuotaState, Tone>> = { ample: 'good', low: 'warm', exhausted: 'bad' };

export function quotaBadge(state: QuotaState): Html {
  return badge(quotaWords[state], quotaTones[state]);
}
