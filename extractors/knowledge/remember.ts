/** Files are read once: values already made, by the schema they were checked against and the name of the file. */
const made = new WeakMap<object, Map<string, unknown>>();

/** The value made for this file and schema before, else `make()`. A `make` that throws is tried again next time. */
export function remember<Value>(name: string, schema: object, make: () => Value): Value {
  let byName = made.get(schema);
  if (!byName) {
    byName = new Map();
    made.set(schema, byName);
  }
  if (!byName.has(name)) byName.set(name, make());
  return byName.get(name) as Value;
}
