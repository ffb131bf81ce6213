using System.Text.Json.Nodes;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Standalone.Commands;
using Optimizer.Workflows;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Standalone.Evidence;

/// <summary>What the commands of evidence say, for machines. Records are the JSON they were hashed as.</summary>
internal static class EvidenceJson
{
    public static JsonObject Of(string file, IReadOnlyList<ExperimentCard> cards) => new()
    {
        ["file"] = file,
        ["experiments"] = new JsonArray([.. cards.Select(card => (JsonNode)Of(card, full: false))]),
    };

    public static JsonObject Of(ExperimentCard card, bool full)
    {
        var json = new JsonObject
        {
            ["id"] = card.Id,
            ["play"] = card.Play,
            ["state"] = card.End is { } end ? JsonValues.Name(end.End) : card.Start is null ? "not_started" : "running",
            ["startedAt"] = card.Start?.Start,
            ["endedAt"] = card.EndedAt,
            ["hypothesis"] = Node(card.Start?.Hypothesis),
            ["end"] = Node(card.End),
        };
        if (full)
        {
            json["start"] = Node(card.Start);
            json["adopted"] = Node(card.Adopted);
            json["looks"] = new JsonArray([.. card.Looks.Select(look => (JsonNode)new JsonObject
            {
                ["id"] = look.Id,
                ["decision"] = look.Decision.Code,
                ["variants"] = new JsonArray([.. LookLine.Of(look).Select(line => Node(line)!)]),
            })]);
            json["records"] = Records(card.Records);
        }

        return json;
    }

    public static JsonObject Of(string id, WhyReport report)
    {
        var (explanation, decision, other) = (report.Explanation, report.Decision, report.Other);
        return new()
        {
            ["id"] = id,
            ["words"] = AuditWords.Of(explanation.Focus.Entry.Event),
            ["record"] = Record(explanation.Focus),
            ["decision"] = decision is null ? null : new JsonObject
            {
                ["id"] = decision.Id,
                ["code"] = decision.Decision.Code,
                ["does"] = DecisionWords.Action(decision.Decision.Kind, decision.Decision.Variant),
                ["policy"] = decision.Policy,
                ["reasons"] = new JsonArray([.. decision.Decision.Reasons.Select(reason => (JsonNode)reason)]),
                ["variants"] = new JsonArray([.. LookLine.Of(decision).Select(line => Node(line)!)]),
            },
            ["otherMode"] = other is null ? null : new JsonObject
            {
                ["mode"] = JsonValues.Name(other.Mode),
                ["code"] = other.Decision.Code,
                ["reasons"] = new JsonArray([.. other.Decision.Reasons.Select(reason => (JsonNode)reason)]),
                ["firstDay"] = other.FirstDay,
                ["firstCode"] = other.First?.Code,
            },
            ["ledToIt"] = Records(explanation.Before),
            ["followed"] = Records(explanation.After),
        };
    }

    private static JsonArray Records(IEnumerable<AuditRecord> records) => new([.. records.Select(record => (JsonNode)Record(record))]);

    private static JsonObject Record(AuditRecord record) => new()
    {
        ["sequence"] = record.Sequence,
        ["words"] = AuditWords.Of(record.Entry.Event),
        ["hash"] = record.Hash,
        ["entry"] = JsonNode.Parse(record.Text),
    };

    private static JsonNode? Node<T>(T? value) => value is null ? null : JsonNode.Parse(Payload.Of(value).ToString());
}
