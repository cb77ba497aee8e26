import { ROUTES } from '@hoest/contracts';
import Ajv2020 from 'ajv/dist/2020';
import { openApiDocument } from './openapi';

type Json = Record<string, any>;

describe('openApiDocument', () => {
  const document = openApiDocument() as Json;
  const operations = Object.values(document['paths'] as Json).flatMap((path) => Object.values(path as Json)) as Json[];

  it('has every call of the contract once, by its stable id', () => {
    expect(operations.map((operation) => operation['operationId']).sort()).toEqual(ROUTES.map(({ id }) => id).sort());
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
        .reduce<unknown>((place, step) => (place as Json | undefined)?.[step], document);
      expect([reference, typeof found]).toEqual([reference, 'object']);
    }
    expect(references.size).toBeGreaterThan(10);
  });

  it('declares every parameter of a path, a summary, a success and problems', () => {
    for (const [path, methods] of Object.entries(document['paths'] as Json)) {
      for (const operation of Object.values(methods as Json) as Json[]) {
        const declared = (operation['parameters'] as Json[])
          .filter((one) => one['in'] === 'path')
          .map((one) => one['name']);
        expect([path, declared.sort()]).toEqual([
          path,
          [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
        ]);
        const statuses = Object.keys(operation['responses'] as Json);
        expect(statuses.filter((status) => status.startsWith('2'))).toHaveLength(1);
        expect(statuses).toEqual(expect.arrayContaining(['400', '500', '503']));
        expect(operation['summary']).toMatch(/^[A-Z“]/);
      }
    }
  });

  it('has schemas that a JSON Schema reader takes', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'https://hoest.invalid/openapi', components: document['components'] });
    for (const name of Object.keys(document['components'].schemas as Json)) {
      expect(() => ajv.compile({ $ref: `https://hoest.invalid/openapi#/components/schemas/${name}` })).not.toThrow();
    }
  });
});
