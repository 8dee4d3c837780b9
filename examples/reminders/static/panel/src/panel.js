import { invoke } from '@forge/bridge';

const status = document.getElementById('status');

async function show(functionKey) {
  try {
    const { summary, dueAt, reminded } = await invoke(functionKey);
    const next = dueAt === null ? 'no reminder is set' : `the next reminder is due at ${dueAt}`;
    status.textContent = `${summary}: reminded ${reminded} times, ${next}.`;
  } catch (error) {
    status.textContent = error.message;
  }
}

document.getElementById('set').addEventListener('click', () => show('setReminder'));
void show('getReminder');
