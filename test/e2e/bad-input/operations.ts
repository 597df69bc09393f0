/** What this suite needs of a JSON schema. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export type Method = 'post' | 'put' | 'patch' | 'delete';

export interface Command {
  readonly operationId: string;
  readonly method: Method;
  /** With its parameters in braces. */
  readonly path: string;
  readonly body?: Schema;
}

const methods: readonly string[] = ['post', 'put', 'patch', 'delete'] satisfies Method[];

/** Every operation that changes something. */
export function commandsOf(document: OpenApi): Command[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => methods.includes(method))
      .map(([method, { operationId, requestBody }]) => {
        const body = requestBody?.content['application/json']?.schema;
        const command = { operationId, path, method: method as Method };
        return body ? { ...command, body: resolved(body, document) } : command;
      }),
  );
}

/** The schema with every reference replaced by what it names. */
function resolved(schema: Schema, document: OpenApi): Schema {
  const { $ref, allOf = [], ...own } = schema;
  const target = $ref && document.components.schemas[$ref.slice($ref.lastIndexOf('/') + 1)];
  const named = target ? [target, ...allOf] : allOf;
  const whole: Schema = Object.assign({}, ...named.map((part) => resolved(part, document)), own);
  return {
    ...whole,
    ...(whole.items && { items: resolved(whole.items, document) }),
    ...(whole.properties && {
      properties: Object.fromEntries(
        Object.entries(whole.properties).map(([name, property]) => [name, resolved(property, document)]),
      ),
    }),
  };
}
