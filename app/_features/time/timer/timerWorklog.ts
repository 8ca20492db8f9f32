import { v7 as newId } from 'uuid'
import type { ApiClient } from '@/app/_api/apiClient'
import type { RemainingAdjustment, WorklogFields } from '@/domain/worklog/commands'
import type { RunningTimer } from '@/server/queries/runningTimer'

/**
 * The worklog of a measured time. However often it is sent, because responses were lost, it is
 * logged once: every attempt has the same ids.
 */
export class TimerWorklog {
  private readonly worklogId = newId()
  private readonly clientId = newId()
  private commandId = newId()

  constructor(private readonly addWorklog: ApiClient['worklog']['add']['mutate']) {}

  /**
   * Logs directly to the server, because the task's project may not be open here. Returns the
   * reason of a failure, or null when the worklog is logged.
   */
  async log(
    { projectId, taskId, version }: Pick<RunningTimer, 'projectId' | 'taskId' | 'version'>,
    fields: WorklogFields,
    remaining: RemainingAdjustment,
  ): Promise<string | null> {
    const { worklogId, commandId, clientId } = this
    try {
      const result = await this.addWorklog({
        ...{ projectId, taskId, baseVersion: version, worklogId, remaining },
        ...{ commandId, clientId },
        ...fields,
      })
      const failure =
        result.rejection?.message ?? (result.conflict ? 'The task was archived meanwhile.' : null)
      // The server returns the first result of a command to every repeat, also a rejection.
      if (failure) this.commandId = newId()
      return failure
    } catch (error) {
      return (error as Error).message
    }
  }
}
