const boxes = [...document.querySelectorAll('input[data-line]')];
const out = document.getElementById('answers');
const show = () => {
  out.value = boxes.filter(box => box.checked).map(box => box.dataset.line + '\n').join('');
  document.getElementById('count').textContent = boxes.filter(box => box.checked).length;
};
document.addEventListener('change', event => {
  const box = event.target;
  if (box.dataset.all) {
    const inside = boxes.filter(one => one.closest('table').id === box.dataset.all && one.dataset.taken);
    inside.forEach(one => { one.checked = box.checked; });
  } else if (box.checked) {
    boxes.filter(one => one !== box && one.dataset.path === box.dataset.path).forEach(one => { one.checked = false; });
  }
  show();
});
document.getElementById('copy').addEventListener('click', () => { out.select(); document.execCommand('copy'); });
document.getElementById('save').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([out.value], { type: 'text/plain' }));
  link.download = 'answers.txt';
  link.click();
});
show();
