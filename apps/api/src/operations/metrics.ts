import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Readiness } from './readiness';
import { ReminderMetrics } from './reminder-metrics';

const MILLISECONDS = 1_000;

/** Prometheus figures of one server. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Answered requests, by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  constructor(
    private readonly readiness: Readiness,
    reminders: ReminderMetrics,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.gaugeProjections();
    reminders.register(this.registry);
  }

  /** Times every request by the pattern of its route: addresses may hold secrets and never end. */
  observe(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      this.requests.observe(
        { method: request.method, route, status: reply.statusCode },
        reply.elapsedTime / MILLISECONDS,
      );
      done();
    });
  }

  private gaugeProjections(): void {
    const { readiness } = this;
    const labelNames = ['projection'] as const;
    const idle = new Gauge({
      name: 'renewals_projection_idle_seconds',
      help: 'Since it last moved',
      labelNames,
      registers: [this.registry],
    });
    const stopped = new Gauge({
      name: 'renewals_projection_stopped',
      help: '1 when it met an event that it cannot handle',
      labelNames,
      registers: [this.registry],
    });
    new Gauge({
      name: 'renewals_projection_lag_events',
      help: 'Events that it has not passed yet, counted up to 1000',
      labelNames,
      registers: [this.registry],
      async collect() {
        for (const { name, lag, secondsSinceProgress, stopped: isStopped } of (await readiness.now()).projections) {
          this.set({ projection: name }, lag);
          idle.set({ projection: name }, secondsSinceProgress);
          stopped.set({ projection: name }, isStopped ? 1 : 0);
        }
      },
    });
  }
}
