import { and, eq, isNull, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { database, type Queryable } from '@/db/client'
import { account, identity as identityTable, session } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import { ApiError } from '@/server/access/apiError'
import { insertAccount } from '@/server/people/accounts'
import { audit } from '@/server/people/audit'
import { disconnectAccount } from '@/server/publish/disconnectUser'

/** A person's identity at GitHub or an OIDC issuer. */
export interface ProviderIdentity {
  provider: string
  /** The permanent id at the provider. */
  subject: string
  name: string
  /** The e-mail that the provider verified; null when there is none. */
  verifiedEmail: string | null
}

/**
 * Returns the account for a provider's identity: the one linked before, otherwise the one with the
 * verified e-mail, otherwise a new one.
 *
 * The e-mails of password accounts were never verified, so somebody else may have registered this
 * one before its owner came. Linking therefore ends the account's sessions and removes its
 * password: the proven owner of the address gets the account, and can set a new password.
 * @throws ApiError (forbidden) for a new identity without a verified e-mail
 */
export async function accountForIdentity(identity: ProviderIdentity): Promise<Id> {
  const { db } = database()
  const existingId = await findIdentity(db, identity)
  if (existingId) return existingId
  const email = identity.verifiedEmail?.trim().toLowerCase()
  if (!email) {
    throw new ApiError(
      'forbidden',
      'That account has no verified e-mail address. Verify one there.',
    )
  }
  const linkedId = await db.transaction(async (tx) => {
    const accountId =
      (await claimAccountByEmail(tx, email)) ?? (await createAccount(tx, identity, email))
    await tx
      .insert(identityTable)
      .values({ provider: identity.provider, subject: identity.subject, accountId })
      .onConflictDoNothing()
    await audit(tx, 'account.identity-linked', {
      accountId,
      detail: { provider: identity.provider },
    })
    return (await findIdentity(tx, identity)) ?? accountId
  })
  disconnectAccount(linkedId)
  return linkedId
}

async function findIdentity(
  db: Queryable,
  { provider, subject }: ProviderIdentity,
): Promise<Id | undefined> {
  const [row] = await db
    .select({ id: identityTable.accountId })
    .from(identityTable)
    .where(and(eq(identityTable.provider, provider), eq(identityTable.subject, subject)))
  return row?.id
}

async function claimAccountByEmail(db: Queryable, email: string): Promise<Id | undefined> {
  const [row] = await db
    .select({ id: account.id, hash: account.passwordHash })
    .from(account)
    .where(eq(account.email, email))
    .for('update')
  if (row?.hash) {
    await db.update(account).set({ passwordHash: null }).where(eq(account.id, row.id))
    await db
      .update(session)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(session.accountId, row.id), isNull(session.revokedAt)))
  }
  return row?.id
}

async function createAccount(
  db: Queryable,
  identity: ProviderIdentity,
  email: string,
): Promise<Id> {
  const name = identity.name.trim().slice(0, 80) || email
  const created = await insertAccount(db, { id: newId(), name, email, passwordHash: null })
  return created.id
}
