using System.Text.RegularExpressions;

namespace InsightEngine.Signals;

/// <summary>
/// Words that are aimed at a machine which reads the transcript: it is called by what it is and told what to do, or told to forget what
/// it was told. Finds the plain forms only; the classifier finds others.
/// </summary>
static partial class MachineAddress
{
    public static bool IsIn(string text) => Called().IsMatch(text) && Told().IsMatch(text) || Overruled().IsMatch(text);

    [GeneratedRegex(
        @"\b(ai|a\.i\.|assistant|bot|chatbot|robot|algorithm|software|machine|(language )?model|llm|gpt|system|engine|"
        + @"note[- ]?tak(er|ing)\w*|transcri(pt|ption|ber)\w*|recorder|summar(y|iser|izer|ising|izing)\b|"
        + @"(who|what)ever (is )?(read|summari[sz]|writ|process|analy[sz])\w* this)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Called();

    [GeneratedRegex(
        @"\b(please|kindly|hey|hello|hi|dear|note to|message (to|for)|attention|listen|instructions?( to| for)?)\b.{0,80}\b"
        + @"(ignore|disregard|forget|write|put|state|say|record|report|mark|rate|score|strike|remove|delete|leave out|omit|skip|include|add|note|output|list|give|set|summari[sz]e|mention|tell|do not|don't|spell|recommend|flag)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Told();

    [GeneratedRegex(
        @"\b(ignore|disregard|forget|override)\b.{0,30}\b(previous|prior|earlier|above|all|your|any|other)\b.{0,30}\b(instructions?|prompts?|rules|guidelines|directions?)\b"
        + @"|\bsystem prompt\b|<\|?(system|im_start)|\byou are (now )?an? (ai|assistant|language model)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Overruled();
}
