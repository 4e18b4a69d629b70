/** What stands under a key; what `make` makes is put there where nothing does. */
export function valueAt<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}

export function addTo<Key, Row>(groups: Map<Key, Row[]>, key: Key, row: Row): void {
  const group = groups.get(key);
  if (group) group.push(row);
  else groups.set(key, [row]);
}

/** Rows by their key, in the order in which they come; a row without one is in no group. */
export function groupsOf<Key, Row>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => Key | undefined,
): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== undefined) addTo(groups, key, row);
  }
  return groups;
}

/** Remembers what `make` made: the same few names and days stand in a hundred thousand rows, equal ones together. */
export function remembering<Question, Answer>(
  make: (question: Question) => Answer,
): (question: Question) => Answer {
  const made = new Map<Question, Answer>();
  let lastQuestion: Question | undefined;
  let lastAnswer: Answer | undefined;
  return question => {
    if (question === lastQuestion && lastAnswer !== undefined) return lastAnswer;
    const answer = valueAt(made, question, () => make(question));
    lastQuestion = question;
    lastAnswer = answer;
    return answer;
  };
}
