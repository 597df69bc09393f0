import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type RootOperationNode,
  type SchemableIdentifierNode,
} from 'kysely';

/** Sends queries to tables of the same shape under other names: `license` becomes `license` + suffix. */
export class TableSuffix implements KyselyPlugin {
  private readonly transformer: SuffixTransformer;

  constructor(tables: readonly string[], suffix: string) {
    this.transformer = new SuffixTransformer(new Set(tables), suffix);
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return this.transformer.transformNode(node);
  }

  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result;
}

class SuffixTransformer extends OperationNodeTransformer {
  constructor(
    private readonly tables: ReadonlySet<string>,
    private readonly suffix: string,
  ) {
    super();
  }

  protected override transformSchemableIdentifier(node: SchemableIdentifierNode): SchemableIdentifierNode {
    const transformed = super.transformSchemableIdentifier(node);
    const { name } = transformed.identifier;
    if (!this.tables.has(name)) return transformed;
    return { ...transformed, identifier: { ...transformed.identifier, name: name + this.suffix } };
  }
}
