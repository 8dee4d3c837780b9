// Imported first: without the right Node, what comes after it would fail with a message nobody understands.
const MAJOR = 20;
const MINOR = 19;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < MAJOR || (major === MAJOR && minor < MINOR)) {
  console.error(`This project needs Node ${MAJOR}.${MINOR} or newer; this is Node ${process.versions.node}.`);
  console.error('Install a newer Node (https://nodejs.org) and run the same command again.');
  process.exit(1);
}
