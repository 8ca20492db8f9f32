// The official client as it is built for workers: the same, without its ways round old browsers.
import Pusher from 'pusher-js/worker'

// A worker is not told of the network, a page is.
const network = Pusher.Runtime.getNetwork()
network.isOnline = () => navigator.onLine
for (const change of ['online', 'offline']) {
  window.addEventListener(change, () => network.emit(change))
}

export default Pusher
