// IndexedDB as the background knows it; everything else is the real runtime's.
import 'fake-indexeddb/auto'
