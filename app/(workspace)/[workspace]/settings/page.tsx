import { redirect } from 'next/navigation'

/** Redirects to the first page of the settings. */
export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  redirect(`/${(await params).workspace}/settings/people`)
}
