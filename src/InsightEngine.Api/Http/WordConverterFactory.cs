using System.Text.Json;
using System.Text.Json.Serialization;
using InsightEngine.Evidence;

namespace InsightEngine.Api.Http;

/// <summary>Enums as kebab-case words, with an error that lists the words.</summary>
sealed class WordConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    sealed class Converter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Words.TryParse<T>(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"must be one of {Words.List<T>()}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Word());
    }
}
