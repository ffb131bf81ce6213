using System.Text;
using Optimizer.Workflows;

namespace Optimizer.Functions.Tables;

/// <summary>Values as the JSON of rows.</summary>
internal static class RowText
{
    public static string Of<T>(T value) => Payload.Of(value).ToString();

    /// <exception cref="UnreadablePayloadException">The row was damaged, or is of a newer program.</exception>
    public static T Read<T>(StoredRow row) =>
        new Payload(Encoding.UTF8.GetBytes(row.Text)).ReadAs<T>("row", $"{row.Partition}/{row.Key}");
}
