/** What a table says under a name that a caller wrote: never what every object inherits (`constructor`). */
export function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
