using System.Runtime.CompilerServices;
using System.Text;

namespace Optimizer.Connectors.Files;

/// <summary>A field's value as text: without the spaces around it, and as it is shown in a message.</summary>
internal static class FieldText
{
    private const int ShownCharacters = 40;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (text[0] > ' ' && text[^1] > ' ') ? text : text.Trim(" \t"u8);

    public static string Show(ReadOnlySpan<byte> text)
    {
        // A field may be a megabyte; four bytes a character are enough for what is shown.
        var value = Encoding.UTF8.GetString(text[..Math.Min(text.Length, 4 * (ShownCharacters + 1))]);
        if (value.Length <= ShownCharacters)
        {
            return $"'{value}'";
        }

        var shown = char.IsHighSurrogate(value[ShownCharacters - 1]) ? ShownCharacters - 1 : ShownCharacters;
        return $"'{value[..shown]}…'";
    }
}
