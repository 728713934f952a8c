"""Makes models/encoder/encoder.onnx: fine-tunes all-MiniLM-L6-v2 on the banks, so that one small encoder reads talk, feedback, notes and skills.

    python train.py BASE BANKS OUT --epochs 5 --rate 1e-4 --first      the banks that came first
    python train.py BASE BANKS OUT --epochs 1 --rate 5e-5 --resume     all of them, from OUT/encoder.pt

BASE is a folder with sentence-transformers/all-MiniLM-L6-v2, BANKS is evaluation/fixtures/banks. Needs torch, transformers and onnxruntime;
on two cores an hour in all, on a GPU minutes. No text of any company is read.
"""

import argparse
import json
import math
import random
import re
from pathlib import Path

import torch
from torch.nn import functional as F
from transformers import AutoModel, AutoTokenizer

TALK = (
    "progress blocker commitment recognition constructive help growth wellbeing concern decision priority_shift skill sensitive injection "
    "done dropped skill_demonstrated"
).split()
FEEDBACK = (
    "recognition constructive mixed observation specific actionable work behaviour personality personality_label gendered_term age_reference "
    "culture_fit parental_status accent_or_origin vague_potential double_standard"
).split()
NOTE = "moving stuck at_risk no_news finished changed_direction dependency overload deprioritised unclear scope_growth no_owner technical other".split()
DOMAINS = {"talk": TALK, "feedback": FEEDBACK, "note": NOTE}
HEADS = [f"{domain}.{label}" for domain, labels in DOMAINS.items() for label in labels]
ROLE = {"M": "manager", "R": "report"}
MAX_TOKENS, CONTEXT_CHARACTERS, SKILL_DIMENSION = 96, 110, 128
BATCH, SKILL_BATCH, SKILL_WEIGHT, TEMPERATURE = 32, 24, 0.15, 0.05


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


class Examples:
    """rows: (text, context, domain, labels of that domain); pairs: (text, skill that it shows); skills: skill -> ways to name it."""

    def __init__(self, banks, first):
        def files(pattern):
            return [f for f in sorted(banks.glob(pattern)) if not (first and f.stem.endswith("-2"))]

        self.rows, self.pairs, self.skills = [], [], {}
        for file in files("snippets*.jsonl") + files("talks*.jsonl"):
            for piece in lines(file):
                self.add_talk(piece["turns"])
        for file in files("feedback-bank*.jsonl"):
            for item in lines(file):
                self.add_feedback(item)
        for file in files("notes-bank*.jsonl"):
            for item in lines(file):
                wanted = {item["labels"]["state"], item["labels"]["reason"]} - {None, ""}
                self.rows.append(("note: " + item["note"], "-", "note", wanted))
        for file in files("skills-bank*.jsonl"):
            for item in lines(file):
                self.add_skill(item)
        self.pairs = [pair for pair in self.pairs if pair[1] in self.skills]

    def add_talk(self, turns):
        said = [f"{ROLE[turn['s']]}: {turn['t']}" for turn in turns]
        for i, turn in enumerate(turns):
            labels = set()
            for tag in turn.get("tags", []):
                if "stance=mentioned" in tag:
                    continue
                labels.add(tag.split()[0])
                if "stance=demonstrated" in tag:
                    labels.add("skill_demonstrated")
                if named := re.search(r'^skill .*?name="([^"]+)"', tag):
                    self.pairs.append((said[i], named.group(1)))
            before = turns[i - 1] if i else None
            context = f"{ROLE[before['s']]}: {before['t'][-CONTEXT_CHARACTERS:]}" if before else "-"
            self.rows.append((said[i], context, "talk", labels))

    def add_feedback(self, item):
        labels = item["labels"]
        wanted = {labels["kind"], labels["focus"]} | {name for name in ("specific", "actionable") if labels[name]}
        wanted |= {flag if isinstance(flag, str) else flag["flag"] for flag in labels["bias_flags"]}
        text = "feedback: " + item["text"]
        self.rows.append((text, "-", "feedback", wanted))
        self.pairs += [(text, skill["skill"]) for skill in labels.get("skills", []) if skill.get("stance") != "mentioned"]

    def add_skill(self, item):
        name = item["skill"]
        self.skills[name] = [f"skill: {name}. {item['definition']}", *(f"skill: {alias}" for alias in item["aliases"]), f"skill: {name}"]
        self.pairs += [(text, name) for kind in ("deeds", "learning", "aspiring", "lacking") for text in item[kind]]

    def targets(self):
        """1 where a label holds, and a mask of the labels that were asked for in that row's domain."""
        place = {head: i for i, head in enumerate(HEADS)}
        wanted, asked = torch.zeros(len(self.rows), len(HEADS)), torch.zeros(len(self.rows), len(HEADS))
        for i, (_, _, domain, labels) in enumerate(self.rows):
            asked[i, [place[f"{domain}.{label}"] for label in DOMAINS[domain]]] = 1
            known = [place[f"{domain}.{label}"] for label in labels if f"{domain}.{label}" in place]
            wanted[i, known] = 1
        return wanted, asked


class Reader(torch.nn.Module):
    def __init__(self, base):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base)
        size = self.encoder.config.hidden_size
        self.dropout = torch.nn.Dropout(0.1)
        self.heads = torch.nn.Linear(size, len(HEADS))
        self.skill = torch.nn.Linear(size, SKILL_DIMENSION, bias=False)

    def forward(self, input_ids, attention_mask, token_type_ids):
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state
        own = (attention_mask * (1 - token_type_ids)).unsqueeze(-1).to(states.dtype)  # the text, not its context
        pooled = (states * own).sum(1) / own.sum(1)
        return pooled, self.heads(self.dropout(pooled)), F.normalize(self.skill(pooled), dim=-1)


class Published(torch.nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, input_ids, attention_mask, token_type_ids):
        pooled, logits, skill = self.reader(input_ids, attention_mask, token_type_ids)
        return pooled, torch.sigmoid(logits), skill


class Inputs:
    def __init__(self, base):
        self.tokenizer = AutoTokenizer.from_pretrained(base)

    def of(self, texts, contexts=None, longest=MAX_TOKENS):
        batch = self.tokenizer(texts, contexts, padding=True, truncation="longest_first", max_length=longest, return_tensors="pt")
        return batch["input_ids"], batch["attention_mask"], batch["token_type_ids"]


def batches(rows):
    """Shuffled batches of texts of like length."""
    order = random.sample(range(len(rows)), len(rows))
    window = BATCH * 20
    for start in range(0, len(order), window):
        part = sorted(order[start : start + window], key=lambda i: len(rows[i][0]))
        cut = [part[i : i + BATCH] for i in range(0, len(part), BATCH)]
        yield from random.sample(cut, len(cut))


class SkillBatches:
    """Endless batches of (text, name of its skill), no skill twice in one: the others are what the text doesn't show."""

    def __init__(self, examples):
        self.examples, self.left = examples, []

    def next(self):
        chosen = {}
        while len(chosen) < SKILL_BATCH:
            if not self.left:
                self.left = random.sample(self.examples.pairs, len(self.examples.pairs))
            text, skill = self.left.pop()
            chosen.setdefault(skill, text)
        return list(chosen.values()), [random.choice(self.examples.skills[skill]) for skill in chosen]


def label_loss(logits, wanted, asked, weight):
    loss = F.binary_cross_entropy_with_logits(logits.float(), wanted, pos_weight=weight, reduction="none")
    return (loss * asked).sum() / asked.sum()


def skill_loss(reader, inputs, texts, names):
    shown, meant = reader(*inputs.of(texts, longest=64))[2], reader(*inputs.of(names, longest=40))[2]
    likeness = shown.float() @ meant.float().T / TEMPERATURE
    same = torch.arange(len(texts))
    return (F.cross_entropy(likeness, same) + F.cross_entropy(likeness.T, same)) / 2


def optimiser(reader, rate):
    new = list(reader.heads.parameters()) + list(reader.skill.parameters())
    decayed = [p for name, p in reader.encoder.named_parameters() if p.ndim > 1 and "LayerNorm" not in name]
    plain = [p for name, p in reader.encoder.named_parameters() if p.ndim == 1 or "LayerNorm" in name]
    groups = [{"params": decayed, "lr": rate, "weight_decay": 0.01}, {"params": plain, "lr": rate, "weight_decay": 0}, {"params": new, "lr": 1e-3, "weight_decay": 0}]
    return torch.optim.AdamW(groups)


def train(reader, inputs, examples, epochs, rate, skill_every):
    wanted, asked = examples.targets()
    weight = ((asked - wanted).sum(0) / wanted.sum(0).clamp(min=1)).sqrt().clamp(1, 5)
    optimizer = optimiser(reader, rate)
    steps = epochs * math.ceil(len(examples.rows) / BATCH)
    warm = 0.06 * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, step / warm) * max(0, 1 - step / steps))
    skills = SkillBatches(examples)
    reader.train()
    step = 0
    for epoch in range(epochs):
        total = 0.0
        for batch in batches(examples.rows):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                _, logits, _ = reader(*inputs.of([examples.rows[i][0] for i in batch], [examples.rows[i][1] for i in batch]))
                loss = label_loss(logits, wanted[batch], asked[batch], weight)
                total += loss.item()
                if step % skill_every == 0:
                    loss = loss + SKILL_WEIGHT * skill_loss(reader, inputs, *skills.next())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
        print(f"epoch {epoch}: loss {total / math.ceil(len(examples.rows) / BATCH):.4f}", flush=True)


def publish(reader, inputs, out):
    from onnxruntime.quantization import QuantType, quantize_dynamic

    reader.eval()
    names = ["input_ids", "attention_mask", "token_type_ids"]
    outputs = ["pooled", "probabilities", "skill"]
    axes = {name: {0: "batch", 1: "tokens"} for name in names} | {name: {0: "batch"} for name in outputs}
    example = inputs.of(["manager: good morning", "note: half of it is done"], ["report: morning", "-"])
    whole = out / "encoder-fp32.onnx"
    torch.onnx.export(Published(reader), example, str(whole), input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)
    quantize_dynamic(str(whole), str(out / "encoder.onnx"), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base")
    parser.add_argument("banks", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--first", action="store_true", help="leave out the banks whose names end in -2")
    parser.add_argument("--resume", action="store_true", help="go on from OUT/encoder.pt")
    options = parser.parse_args()
    random.seed(0)
    torch.manual_seed(0)
    options.out.mkdir(parents=True, exist_ok=True)
    examples, inputs, reader = Examples(options.banks, options.first), Inputs(options.base), Reader(options.base)
    weights = options.out / "encoder.pt"
    if options.resume:
        reader.load_state_dict(torch.load(weights))
    train(reader, inputs, examples, options.epochs, options.rate, skill_every=3 if options.resume else 2)
    torch.save(reader.state_dict(), weights)
    description = {"heads": HEADS, "skillDimension": SKILL_DIMENSION, "base": "sentence-transformers/all-MiniLM-L6-v2", "maxTokens": MAX_TOKENS, "seed": 0}
    description |= {"epochs": options.epochs, "rate": options.rate, "rows": len(examples.rows), "skillPairs": len(examples.pairs)}
    (options.out / "encoder.json").write_text(json.dumps(description, indent=1) + "\n")
    publish(reader, inputs, options.out)


if __name__ == "__main__":
    main()
