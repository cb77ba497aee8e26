import { ROUTES } from '@hoest/contracts';
import Ajv2020 from 'ajv/dist/2020';
import { openApiDocument } from './openapi-document';

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name?: string; in?: string }[];
  responses: Record<string, unknown>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

describe('openApiDocument', () => {
  const document = openApiDocument() as unknown as Document;
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

  it('has every call of the contract once, by its stable id', () => {
    expect(operations.map((operation) => operation.operationId).sort()).toEqual(ROUTES.map(({ id }) => id).sort());
  });

  it('is the same each time it is made', () => {
    expect(JSON.stringify(openApiDocument())).toBe(JSON.stringify(document));
  });

  it('refers only to what it has', () => {
    const references = new Set(
      [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? ''),
    );
    for (const reference of references) {
      const found = reference
        .slice(2)
        .split('/')
        .reduce<unknown>((place, step) => (place as Record<string, unknown> | undefined)?.[step], document);
      expect([reference, typeof found]).toEqual([reference, 'object']);
    }
    expect(references.size).toBeGreaterThan(10);
  });

  it('declares every parameter of a path, a summary, a success and problems', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const operation of Object.values(methods)) {
        const declared = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name);
        expect([path, declared.sort()]).toEqual([
          path,
          [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
        ]);
        const statuses = Object.keys(operation.responses);
        expect(statuses.filter((status) => status.startsWith('2'))).toHaveLength(1);
        expect(statuses).toEqual(expect.arrayContaining(['400', '500', '503']));
        expect(operation.summary).toMatch(/^[A-Z“]/);
      }
    }
  });

  it('has schemas that a JSON Schema reader takes', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'https://hoest.invalid/openapi', components: document.components });
    for (const name of Object.keys(document.components.schemas)) {
      expect(() => ajv.compile({ $ref: `https://hoest.invalid/openapi#/components/schemas/${name}` })).not.toThrow();
    }
  });
});
