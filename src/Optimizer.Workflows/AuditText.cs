using System.Text.Json;
using Optimizer.Domain.Audit;

namespace Optimizer.Workflows;

/// <summary>An entry of the audit trail as JSON: the text that is hashed. Equal entries give equal bytes.</summary>
public static class AuditText
{
    /// <exception cref="UnreadablePayloadException">It cannot be written, such as an event without a name.</exception>
    public static string Write(AuditEntry entry) => Payload.Write(entry, "audit entry").ToString();

    /// <exception cref="UnreadablePayloadException">The text is damaged, or of a newer program.</exception>
    public static AuditEntry Read(string text) =>
        new Payload(System.Text.Encoding.UTF8.GetBytes(text)).ReadAs<AuditEntry?>("audit entry")
        ?? throw new UnreadablePayloadException("audit entry", typeof(AuditEntry), new JsonException("the text is null"));
}
