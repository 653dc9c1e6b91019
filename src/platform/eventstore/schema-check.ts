import { type TObject, type TProperties, type TSchema } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { InvalidEventData } from './errors.js';

/** Checks data against a declared schema, compiled once. */
export type SchemaCheck = (data: unknown) => void;

const MOST_ISSUES = 5;

/** Fields the schema does not name are refused at every level: an undeclared field would be stored in the clear. */
export function compileCheck(type: string, schema: TObject): SchemaCheck {
  const compiled = TypeCompiler.Compile(closed(schema));
  return (data) => {
    if (compiled.Check(data)) {
      return;
    }
    const issues: { path: string; message: string }[] = [];
    for (const { path, message } of compiled.Errors(data)) {
      if (issues.length === MOST_ISSUES) {
        break;
      }
      issues.push({ path: path === '' ? '/' : path, message });
    }
    throw new InvalidEventData(type, issues);
  };
}

function closed(schema: TSchema): TSchema {
  const properties = schema['properties'] as TProperties | undefined;
  const items = schema['items'] as TSchema | undefined;
  const anyOf = schema['anyOf'] as TSchema[] | undefined;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, closed(property)])),
      additionalProperties: (schema['additionalProperties'] as unknown) ?? false,
    }),
    ...(items && !Array.isArray(items) && { items: closed(items) }),
    ...(anyOf && { anyOf: anyOf.map(closed) }),
  };
}
