/** Returns a Jira issue in the format of its REST API; `fields` override the default fields. */
export function jiraIssue<More extends object>(key: string, fields: object = {}, more?: More) {
  const project = key.slice(0, key.lastIndexOf('-'))
  return {
    id: `id-${key}`,
    key,
    fields: {
      summary: `The issue ${key}`,
      project: { key: project, name: `Project ${project}` },
      issuetype: { id: '1', name: 'Task', subtask: false },
      status: { id: '1', name: 'Open', statusCategory: { key: 'new' } },
      created: '2024-01-02T10:00:00.000+0000',
      updated: '2024-01-05T10:00:00.000+0000',
      reporter: { accountId: 'u-rita', displayName: 'Rita Reporter' },
      ...fields,
    },
    ...(more as More),
  }
}

/** Returns the entries as JSON, one per line; strings are written unchanged. */
export const toLines = (entries: (object | string)[]) =>
  entries.map((entry) => `${typeof entry === 'string' ? entry : JSON.stringify(entry)}\n`).join('')
