using InsightEngine.Evidence;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InsightEngine.Data;

/// <summary>Stores an enum as the API spells it, so that the database can be read and no renumbering can corrupt it.</summary>
public sealed class WordConverter<T>() : ValueConverter<T, string>(value => value.Word(), word => Parse(word))
    where T : struct, Enum
{
    static T Parse(string word) => Words.TryParse<T>(word, out var value) ? value : throw new InvalidOperationException($"'{word}' is no {typeof(T).Name}");
}
