package org.indelible.portal;

import org.indelible.security.SignedInToken;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The frame for pages that no controller made, such as those about refusals; the layout asks for it. */
@Component("frames")
class Frames {
    public @Nullable Frame current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInToken signedIn
                ? Frame.of(signedIn.getPrincipal(), "")
                : null;
    }
}
