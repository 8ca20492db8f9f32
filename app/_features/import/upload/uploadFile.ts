/** An upload in progress. */
export interface FileUpload {
  /** Resolves to the import's id. Rejects with a message for the user. */
  done: Promise<string>
  cancel: () => void
}

/** Uploads a file and reports its progress, from 0 to 1. */
export function uploadFile(
  workspace: string,
  file: File,
  onProgress: (fraction: number) => void,
): FileUpload {
  // XMLHttpRequest, because fetch does not report upload progress.
  const request = new XMLHttpRequest()
  const query = new URLSearchParams({ workspace, name: file.name })
  const done = new Promise<string>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () =>
      reject(new Error('The server cannot be reached. Nothing was uploaded; try again.'))
    request.onabort = () => reject(new Error('The upload was cancelled.'))
    request.onload = () => {
      const { id, error } = parseResponse(request.responseText)
      if (request.status === 201 && id) resolve(id)
      else reject(new Error(error ?? 'The server did not accept the file. Try again in a moment.'))
    }
    request.open('POST', `/api/import?${query}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })
  return { done, cancel: () => request.abort() }
}

function parseResponse(text: string): { id?: string; error?: string } {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
