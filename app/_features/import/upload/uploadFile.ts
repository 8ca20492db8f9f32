/** An upload on its way. */
export interface FileUpload {
  /** The import's id; rejects with a sentence for the person. */
  done: Promise<string>
  cancel: () => void
}

/** Sends a file as it is, telling how much of it (0 to 1) has arrived. */
export function uploadFile(
  workspace: string,
  file: File,
  onProgress: (fraction: number) => void,
): FileUpload {
  // Not fetch: it does not tell how far an upload is.
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
      else reject(new Error(error ?? 'The server did not take the file. Try again in a moment.'))
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
