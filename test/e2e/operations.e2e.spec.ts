import { StoreUnavailable } from '@renewals/event-store';
import { ProjectionRunner } from '@renewals/projections';
import { Served } from './served';

describe('operations', () => {
  let served: Served;
  beforeEach(async () => (served = await Served.begin()));
  afterEach(async () => {
    jest.restoreAllMocks();
    await served.close();
  });

  it('the process answers', async () => {
    expect((await served.http.get('/health').expect(200)).body).toEqual({ status: 'up' });
  });

  it('is ready while every view follows the log', async () => {
    await served.imported('acme', { reader: {} });
    const { body } = await served.http.get('/ready').expect(200);
    expect(body).toMatchObject({ status: 'ready', eventStore: 'up' });
    expect((body.projections as { name: string }[]).map(({ name }) => name)).toContain('upcoming-renewals');
    for (const projection of body.projections) expect(projection).toMatchObject({ lag: 0, stopped: false });
  });

  it('is not ready when a view stopped, and says which', async () => {
    const health = served.app.get(ProjectionRunner).health();
    const stopped = health.map((one) => (one.name === 'outbox' ? { ...one, stoppedBy: 'unknown event' } : one));
    jest.spyOn(served.app.get(ProjectionRunner), 'health').mockReturnValue(stopped);
    const { body } = await served.http.get('/ready').expect(503);
    expect(body).toMatchObject({ status: 'not-ready', detail: expect.stringContaining('outbox') });
  });

  it('is not ready while the event store is away', async () => {
    jest.spyOn(served.infrastructure.store, 'lastPosition').mockRejectedValue(new StoreUnavailable('gone'));
    const { body } = await served.http.get('/ready').expect(503);
    expect(body).toMatchObject({ status: 'not-ready', eventStore: 'down' });
  });

  it('counts answers by route, and how far the views are', async () => {
    await served.imported('acme', { reader: {} });
    await served.as('sales').get('/licenses/5b0b6c1e-3a55-5d8e-9a52-111111111111').expect(404);
    const { text } = await served
      .as('admin')
      .get('/metrics')
      .expect(200)
      .expect('content-type', /text\/plain/);
    expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/licenses\/:id",status="404"\} 1/);
    expect(text).toContain('renewals_projection_lag_events{projection="licenses"} 0');
    expect(text).toContain('renewals_outbox_mails{state="parked"} 0');
  });

  it('counts reminders and their mails from the log, also after a restart', async () => {
    await served.imported('acme', { reader: {}, twin: {} });
    const figures = async () => {
      const { text } = await served.as('admin').get('/metrics').expect(200);
      return text.split('\n').filter((line) => /^renewals_(reminder|mail|outbox|deadlines)/.test(line));
    };
    served.clock.moveTo(Date.parse('2025-12-11T09:00:00Z'));
    expect(await figures()).toContain('renewals_reminders_behind_seconds 3600');
    await served.until('2025-12-12T00:00:00Z');
    await served.caughtUp();
    const before = await figures();
    expect(before).toEqual(
      expect.arrayContaining([
        'renewals_reminders_sent_total 2',
        'renewals_reminder_mails_total 1',
        'renewals_reminders_behind_seconds 0',
        'renewals_mail_send_latency_seconds_count{kind="reminder"} 2',
        'renewals_outbox_oldest_seconds 0',
        'renewals_deadlines_parked 0',
        'renewals_mail_held 0',
        'renewals_mail_delivery_off 0',
        'renewals_mail_server_down 0',
      ]),
    );
    const { directory } = served.infrastructure;
    await served.close();
    served = await Served.begin({ directory: directory.path });
    const counted = (lines: readonly string[]) => lines.filter((line) => line.includes('_total'));
    expect(counted(await figures())).toEqual(counted(before));
  });
});
