namespace Optimizer.Workflows.Definitions.Documents;

/// <summary>One document of a file, cut out before anything is parsed: what is wrong with it cannot hide the next.</summary>
/// <param name="Text">Its lines as they stand, without the marker that begins it.</param>
/// <param name="FirstLine">Line of the file, from 1, that the text begins on.</param>
internal sealed record DocumentText(string Text, int FirstLine)
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>
    /// Cuts at the lines that begin with --- or ..., which end a document wherever they stand, even within quotes. Parts with
    /// nothing but blank lines and comments are no documents.
    /// </summary>
    public static IReadOnlyList<DocumentText> Split(string text)
    {
        var documents = new List<DocumentText>();
        var start = text.StartsWith(ByteOrderMark) ? 1 : 0;
        var (line, firstLine) = (1, 1);
        for (var at = start; at < text.Length; line++)
        {
            var next = NextLine(text, at);
            if (IsMarker(text.AsSpan(at), '-') || IsMarker(text.AsSpan(at), '.'))
            {
                Add(documents, text[start..at], firstLine);

                // What stands on the marker's own line is the document's; a bare marker is nobody's.
                var isBare = IsBlankOrComment(text.AsSpan(at + 3, next - at - 3));
                (start, firstLine) = isBare ? (next, line + 1) : (at, line);
            }

            at = next;
        }

        Add(documents, text[start..], firstLine);
        return documents;
    }

    private static void Add(List<DocumentText> documents, string text, int line)
    {
        var (at, lines) = (0, 0);
        while (at < text.Length)
        {
            var next = NextLine(text, at);
            if (!text.AsSpan(at, next - at).IsWhiteSpace())
            {
                break;
            }

            (at, lines) = (next, lines + 1);
        }

        for (var look = at; look < text.Length;)
        {
            var next = NextLine(text, look);
            if (!IsBlankOrComment(text.AsSpan(look, next - look)) && text[look] != '%')
            {
                documents.Add(new(text[at..], line + lines));
                return;
            }

            look = next;
        }
    }

    private static bool IsMarker(ReadOnlySpan<char> rest, char sign) =>
        rest.Length >= 3 && rest[0] == sign && rest[1] == sign && rest[2] == sign && (rest.Length == 3 || rest[3] is ' ' or '\t' or '\r' or '\n');

    private static bool IsBlankOrComment(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim();
        return trimmed.IsEmpty || trimmed[0] == '#';
    }

    private static int NextLine(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length
            : text[at + end] == '\r' && at + end + 1 < text.Length && text[at + end + 1] == '\n' ? at + end + 2
            : at + end + 1;
    }
}
