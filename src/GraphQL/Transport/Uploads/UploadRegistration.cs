using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;

namespace Portal.GraphQL.Transport.Uploads;

public static class UploadRegistration
{
    /// <summary>
    /// Adds the scalar <c>Upload</c>, bound to <see cref="IUpload"/>, and takes requests by the GraphQL multipart request
    /// specification. Files go to disk while they arrive and are gone when the request is answered.
    /// </summary>
    public static GraphQLServerBuilder AddUploads(this GraphQLServerBuilder builder, Action<UploadOptions>? configure = null)
    {
        var scalar = new UploadScalar();
        builder.AddScalar(scalar);
        builder.Services.AddSingleton(scalar);
        builder.Services.AddSingleton<UploadReader>();
        builder.Services.AddOptions<UploadOptions>();
        if (configure is not null)
            builder.Services.Configure(configure);
        return builder;
    }
}
