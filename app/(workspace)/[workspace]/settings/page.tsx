import { redirect } from 'next/navigation'

/** The settings begin with the people. */
export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  redirect(`/${(await params).workspace}/settings/people`)
}
