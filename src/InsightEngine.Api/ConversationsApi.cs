using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Pages;
using InsightEngine.Api.Http;
using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.Evidence.Transcripts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InsightEngine.Api;

static class ConversationsApi
{
    /// <summary>Four bytes a character at most, and the metadata.</summary>
    const long LargestBody = 4L * Conversation.LongestTranscript + 65_536;

    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        var conversations = app.MapEvidence<Conversation>("/v1/conversations", "Conversations");
        conversations.Write.MapPut("/{id}", Put).WithSummary("Stores a one-to-one with its transcript.")
            .WithDescription("multipart/form-data with `metadata` (JSON) and `file`, or application/json with `transcript`.")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Accepts<ConversationBody>("application/json", "multipart/form-data");
        conversations.Read.MapGet("/{id}", Get).WithSummary("A talk that the person took part in, utterance by utterance.")
            .WithDescription("`text/html` gives a page on which every utterance has an anchor (`#u12`).").Produces<ConversationDetail>();
        conversations.Read.MapGet("/{id}/transcript", GetTranscript).WithSummary("The transcript as it was sent.").Produces<string>(contentType: "text/plain");
        conversations.Read.MapGet("/", List).WithSummary("The talks that the person took part in, by id.").Produces<Page<ConversationResource>>();
    }

    static async Task<IResult> Put(string id, HttpRequest request, Caller caller, EvidenceEndpoint evidence, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken ct)
    {
        var body = request.HasFormContentType
            ? await ReadFormAsync(request, json.Value.SerializerOptions, ct)
            : await request.ReadFromJsonAsync<ConversationBody>(ct) ?? throw new JsonException("is empty");
        if (body.Transcript is null)
            return Problem.Invalid([new("transcript", "is required: send it as 'transcript' in JSON or as 'file' in multipart/form-data")]);
        return await evidence.StoreAsync(
            new Conversation
            {
                TenantId = caller.TenantId,
                Id = id,
                Date = body.Date,
                Start = body.Start,
                ManagerId = body.ManagerId,
                ReportId = body.ReportId,
                Format = body.Format ?? TranscriptFormat.Auto,
                Transcript = body.Transcript,
            }, ct);
    }

    static async Task<ConversationBody> ReadFormAsync(HttpRequest request, JsonSerializerOptions json, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var metadata = form.Files.GetFile("metadata") is { } part ? await new StreamReader(part.OpenReadStream()).ReadToEndAsync(ct) : form["metadata"].ToString();
        var body = JsonSerializer.Deserialize<ConversationBody>(metadata.Length == 0 ? "{}" : metadata, json) ?? throw new JsonException("'metadata' is empty");
        if (form.Files.GetFile("file") is not { } file)
            return body;
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        try
        {
            return body with { Transcript = TranscriptText.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) };
        }
        catch (TranscriptException e)
        {
            throw new BadHttpRequestException(e.Message, StatusCodes.Status422UnprocessableEntity);
        }
    }

    static async Task<IResult> Get(string id, string? quote, HttpRequest request, Caller caller, InsightDb db, CancellationToken ct)
    {
        var talk = await db.VisibleConversations(caller.Reader).Where(c => c.Id == id).Select(ConversationResource.From).SingleOrDefaultAsync(ct);
        if (talk is null)
            return Problem.NotFound("conversation");
        var utterances = await db.Utterances.AsNoTracking().Where(u => u.ConversationId == id).OrderBy(u => u.Number).Select(UtteranceResource.From).ToListAsync(ct);
        var detail = new ConversationDetail(talk.Id, talk.Date, talk.Start, talk.ManagerId, talk.ReportId, talk.Format, utterances);
        return request.Wants("text/html") ? EvidencePages.Conversation(detail, quote, await db.NamesAsync(ct)) : Results.Ok(detail);
    }

    static async Task<IResult> GetTranscript(string id, Caller caller, InsightDb db, CancellationToken ct) =>
        await db.VisibleConversations(caller.Reader).Where(c => c.Id == id).Select(c => c.Transcript).SingleOrDefaultAsync(ct) is { } transcript
            ? Results.Text(transcript)
            : Problem.NotFound("conversation");

    static Task<IResult> List([AsParameters] PageQuery page, Caller caller, InsightDb db, CancellationToken ct) =>
        page.ReadAsync(db.VisibleConversations(caller.Reader), ConversationResource.From, ct);
}

/// <summary>A one-to-one; <c>format</c> is vtt, teams, srt, otter, txt, json or auto (the default).</summary>
public sealed record ConversationBody(
    [property: JsonRequired] DateOnly Date,
    TimeOnly? Start,
    [property: JsonRequired] string ManagerId,
    [property: JsonRequired] string ReportId,
    TranscriptFormat? Format,
    string? Transcript);

public sealed record ConversationResource(string Id, DateOnly Date, TimeOnly? Start, string ManagerId, string ReportId, TranscriptFormat Format) : IResource
{
    internal static readonly Expression<Func<Conversation, ConversationResource>> From =
        c => new ConversationResource(c.Id, c.Date, c.Start, c.ManagerId, c.ReportId, c.Format);
}

public sealed record ConversationDetail(
    string Id, DateOnly Date, TimeOnly? Start, string ManagerId, string ReportId, TranscriptFormat Format, IReadOnlyList<UtteranceResource> Utterances);

/// <summary>One turn; <c>rawStart</c> and <c>rawEnd</c> are its range of characters in the transcript as it was sent.</summary>
public sealed record UtteranceResource(int Number, string? Speaker, string? SpeakerId, string Text, int RawStart, int RawEnd)
{
    internal static readonly Expression<Func<Utterance, UtteranceResource>> From =
        u => new UtteranceResource(u.Number, u.Speaker, u.SpeakerId, u.Text, u.RawStart, u.RawEnd);
}
