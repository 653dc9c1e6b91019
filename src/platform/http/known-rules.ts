import { getMetadataStorage, type MetadataStorage } from 'class-validator';

type Rules = ReturnType<MetadataStorage['getTargetValidationMetadatas']>;
type Grouped = ReturnType<MetadataStorage['groupByPropertyName']>;

let remembered = false;

/**
 * The rules of a class stand when the class does, but class-validator goes through those of all classes anew for each
 * object it validates: that took a third of the validation of a command. Only what is asked for without schema and groups,
 * as everything is here, is remembered.
 */
export function rememberRules(storage: MetadataStorage = getMetadataStorage()): void {
  if (remembered) return;
  remembered = true;
  const findRules = storage.getTargetValidationMetadatas.bind(storage);
  const groupRules = storage.groupByPropertyName.bind(storage);
  const rulesOf = new WeakMap<object, Rules>();
  const groupsOf = new WeakMap<Rules, Grouped>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // The types say that a schema and groups are always given; the callers give them only when they have them.
    const plain = !schema && !always && !strictGroups && !(groups as readonly string[] | undefined)?.length;
    const known = plain ? rulesOf.get(target) : undefined;
    if (known !== undefined) return known;
    const found = findRules(target, schema, always, strictGroups, groups);
    if (plain) rulesOf.set(target, found);
    return found;
  };
  storage.groupByPropertyName = (rules) => {
    const known = groupsOf.get(rules);
    if (known !== undefined) return known;
    const grouped = groupRules(rules);
    groupsOf.set(rules, grouped);
    return grouped;
  };
}
