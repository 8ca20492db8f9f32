import { z } from 'zod'

// Validates only what an import reads.
const textSchema = z.string().nullish()
const idSchema = z.union([z.string(), z.number()]).transform(String)

export const personSchema = z
  .object({
    accountId: textSchema,
    key: textSchema,
    name: textSchema,
    displayName: textSchema,
    emailAddress: textSchema,
  })
  .nullish()
export type RawPerson = z.infer<typeof personSchema>

const namedSchema = z.object({ id: idSchema.nullish(), name: z.string().min(1) })
const richTextSchema = z.union([z.string(), z.looseObject({ type: z.literal('doc') })]).nullish()
const timeSchema = z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'is not a time')

export const commentSchema = z.object({
  id: idSchema.nullish(),
  author: personSchema,
  body: richTextSchema,
  created: timeSchema,
  visibility: z.unknown().optional(),
})

const issueRefSchema = z.object({ id: idSchema.nullish(), key: z.string() })

export const versionSchema = namedSchema.extend({
  released: z.boolean().nullish(),
  archived: z.boolean().nullish(),
  releaseDate: z.string().nullish(),
})

export type RawVersion = z.infer<typeof versionSchema>

export const worklogSchema = z.object({
  id: idSchema.nullish(),
  author: personSchema,
  comment: richTextSchema,
  started: timeSchema,
  created: timeSchema.nullish(),
  timeSpentSeconds: z.number().nullish(),
})

export const linkSchema = z.object({
  type: z.object({ name: textSchema, inward: textSchema, outward: textSchema }),
  inwardIssue: issueRefSchema.nullish(),
  outwardIssue: issueRefSchema.nullish(),
})

export const fieldsSchema = z.looseObject({
  summary: z.string().min(1),
  description: richTextSchema,
  status: namedSchema.extend({ statusCategory: z.object({ key: textSchema }).nullish() }),
  issuetype: namedSchema.extend({ subtask: z.boolean().nullish() }),
  priority: namedSchema.nullish(),
  project: z.object({ key: textSchema, name: textSchema }).nullish(),
  reporter: personSchema,
  creator: personSchema,
  assignee: personSchema,
  created: timeSchema,
  updated: timeSchema.nullish(),
  duedate: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d/)
    .nullish(),
  labels: z.array(z.string()).nullish(),
  issuelinks: z.array(linkSchema).nullish(),
  parent: issueRefSchema.nullish(),
  epic: issueRefSchema.nullish(),
  resolution: namedSchema.nullish(),
  components: z.array(namedSchema).nullish(),
  fixVersions: z.array(versionSchema).nullish(),
  versions: z.array(versionSchema).nullish(),
  timeoriginalestimate: z.number().nullish(),
  timeestimate: z.number().nullish(),
  worklog: z
    .object({ worklogs: z.array(worklogSchema).nullish(), total: z.number().nullish() })
    .nullish(),
  comment: z
    .object({ comments: z.array(commentSchema).nullish(), total: z.number().nullish() })
    .nullish(),
})
export type RawFields = z.infer<typeof fieldsSchema>

export const historySchema = z.object({
  id: idSchema.nullish(),
  author: personSchema,
  created: timeSchema,
  // Items have a field called `toString`, so a plain object schema would misread them.
  items: z.array(z.record(z.string(), z.unknown())),
})

export const issueSchema = z.object({
  id: idSchema.nullish(),
  key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*-[1-9]\d{0,8}$/, 'is not a Jira key such as ABC-1'),
  fields: fieldsSchema,
  changelog: z
    .object({ histories: z.array(historySchema).nullish(), total: z.number().nullish() })
    .nullish(),
  names: z.record(z.string(), z.string()).nullish(),
})
export type RawIssue = z.infer<typeof issueSchema>
