import { z } from 'zod'

// Only what an import reads is checked; everything else may be as it likes.
const text = z.string().nullish()
const id = z.union([z.string(), z.number()]).transform(String)

export const personShape = z
  .object({ accountId: text, key: text, name: text, displayName: text, emailAddress: text })
  .nullish()
export type RawPerson = z.infer<typeof personShape>

const named = z.object({ id: id.nullish(), name: z.string().min(1) })
const wiki = z.union([z.string(), z.looseObject({ type: z.literal('doc') })]).nullish()
const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'is not a time')

export const commentShape = z.object({
  id: id.nullish(),
  author: personShape,
  body: wiki,
  created: instant,
  visibility: z.unknown().optional(),
})

const other = z.object({ id: id.nullish(), key: z.string() })

export const versionShape = named.extend({
  released: z.boolean().nullish(),
  archived: z.boolean().nullish(),
  releaseDate: z.string().nullish(),
})

export type RawVersion = z.infer<typeof versionShape>

export const worklogShape = z.object({
  id: id.nullish(),
  author: personShape,
  comment: wiki,
  started: instant,
  created: instant.nullish(),
  timeSpentSeconds: z.number().nullish(),
})

export const linkShape = z.object({
  type: z.object({ name: text, inward: text, outward: text }),
  inwardIssue: other.nullish(),
  outwardIssue: other.nullish(),
})

export const fieldsShape = z.looseObject({
  summary: z.string().min(1),
  description: wiki,
  status: named.extend({ statusCategory: z.object({ key: text }).nullish() }),
  issuetype: named.extend({ subtask: z.boolean().nullish() }),
  priority: named.nullish(),
  project: z.object({ key: text, name: text }).nullish(),
  reporter: personShape,
  creator: personShape,
  assignee: personShape,
  created: instant,
  updated: instant.nullish(),
  duedate: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d/)
    .nullish(),
  labels: z.array(z.string()).nullish(),
  issuelinks: z.array(linkShape).nullish(),
  parent: other.nullish(),
  epic: other.nullish(),
  resolution: named.nullish(),
  components: z.array(named).nullish(),
  fixVersions: z.array(versionShape).nullish(),
  versions: z.array(versionShape).nullish(),
  timeoriginalestimate: z.number().nullish(),
  timeestimate: z.number().nullish(),
  worklog: z
    .object({ worklogs: z.array(worklogShape).nullish(), total: z.number().nullish() })
    .nullish(),
  comment: z
    .object({ comments: z.array(commentShape).nullish(), total: z.number().nullish() })
    .nullish(),
})
export type RawFields = z.infer<typeof fieldsShape>

export const historyShape = z.object({
  id: id.nullish(),
  author: personShape,
  created: instant,
  // Items have a field called `toString`, so they are read with care and not by a shape.
  items: z.array(z.record(z.string(), z.unknown())),
})

export const issueShape = z.object({
  id: id.nullish(),
  key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*-[1-9]\d{0,8}$/, 'is not a Jira key such as ABC-1'),
  fields: fieldsShape,
  changelog: z
    .object({ histories: z.array(historyShape).nullish(), total: z.number().nullish() })
    .nullish(),
  names: z.record(z.string(), z.string()).nullish(),
})
export type RawIssue = z.infer<typeof issueShape>
