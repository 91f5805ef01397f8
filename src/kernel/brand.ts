/** A nominal type: a plain value at run time, a unit of its own for the compiler. */
export type Brand<Value, Name extends string> = Value & { readonly __brand: Name };
