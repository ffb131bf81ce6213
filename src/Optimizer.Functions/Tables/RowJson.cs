using System.Text;
using Optimizer.Workflows;

namespace Optimizer.Functions.Tables;

/// <summary>Values as the texts of rows.</summary>
internal static class RowJson
{
    public static string Of<T>(T value) => Payload.Of(value).ToString();

    /// <exception cref="UnreadablePayloadException">The row holds something else.</exception>
    public static T Read<T>(this StoredRow row) =>
        new Payload(Encoding.UTF8.GetBytes(row.Text)).ReadAs<T>("row", $"{row.Partition} {row.Key}");
}
