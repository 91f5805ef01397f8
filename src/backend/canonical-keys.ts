import * as z from 'zod';

/**
 * Gives the properties of a body the names that its schema uses, whatever case the client wrote them in: the SDK sends
 * PascalCase, examples mix both (REST API, request headers). Unknown properties stay as they are.
 */
export function canonicalKeys(value: unknown, schema: z.ZodType): unknown {
  const shape = unwrap(schema);
  if (Array.isArray(value)) {
    return shape instanceof z.ZodArray ? value.map((each) => canonicalKeys(each, shape.element as z.ZodType)) : value;
  }
  if (value === null || typeof value !== 'object' || !(shape instanceof z.ZodObject)) return value;
  const fields = shape.shape as Record<string, z.ZodType>;
  const names = new Map(Object.keys(fields).map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const known = names.get(name.toLowerCase());
      const field = known === undefined ? undefined : fields[known];
      return known !== undefined && field ? [known, canonicalKeys(each, field)] : [name, each];
    }),
  );
}

function unwrap(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}
