import { Served } from './served';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
  readonly requestBody?: object;
}

describe('the OpenAPI document', () => {
  let served: Served;
  let document: { openapi: string; paths: Record<string, Record<string, Operation>> };
  beforeAll(async () => {
    served = await Served.begin();
    document = (await served.http.get('/openapi.json').expect(200)).body;
  });
  afterAll(() => served.close());

  const operations = () => Object.values(document.paths).flatMap((methods) => Object.values(methods));

  it('is 3.1, and resolves every reference that it makes', () => {
    expect(document.openapi).toBe('3.1.0');
    const references = JSON.stringify(document).match(/#\/components\/[A-Za-z]+\/[A-Za-z]+/g) ?? [];
    expect(references.length).toBeGreaterThan(10);
    for (const reference of new Set(references)) {
      const found = reference
        .slice(2)
        .split('/')
        .reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], document);
      expect([reference, typeof found]).toEqual([reference, 'object']);
    }
  });

  it('names each operation once and says what it answers', () => {
    const ids = operations().map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operationId, summary, responses } of operations()) {
      expect([operationId, typeof summary]).toEqual([operationId, 'string']);
      const good = Object.entries(responses).find(([status]) => status.startsWith('2'));
      expect([operationId, good?.[1].content]).toEqual([operationId, expect.any(Object)]);
    }
  });

  it('has an example of each problem', () => {
    const text = JSON.stringify(document.paths['/renewals']?.['post']?.responses['409']);
    for (const code of ['CURRENT_EXPIRY_MISMATCH', 'RENEWAL_ALREADY_OPEN', 'RENEWAL_CHANNEL_NOT_ALLOWED']) {
      expect(text).toContain(`"${code}":{"value"`);
    }
  });

  it('says of each command that it can be sent again', () => {
    for (const methods of Object.values(document.paths)) {
      if (methods['post']) expect(JSON.stringify(methods['post'])).toContain('Idempotency-Key');
    }
  });

  it('is shown by Swagger UI from this server alone', async () => {
    const { text } = await served.http.get('/docs').expect(200);
    const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(2);
    expect(addresses.filter((address) => /^(https?:)?\/\//.test(String(address)))).toEqual([]);
    await served.http.get('/docs/swagger-ui-bundle.js').expect(200);
    await served.http.get('/docs/swagger-ui-init.js').expect(200);
  });
});
